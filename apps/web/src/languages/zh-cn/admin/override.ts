import type { override as english } from '../../en/admin/override.ts'

export const override: typeof english = {
  lead: '在您选择的主持人上另外预约：不受规则、开放时间与其他预约限制。',
  warning:
    '如果主持人在该时段已达同时会议的上限，这场会议将无法开始。预约会在日历中另列一行，让所有人看到，并记入审计日志。',
  host: '主持人',
  chooseHost: '选择主持人',
  organiser: '为谁预约',
  organiserHint: '姓名或地址；会议属于这位成员，邮件也寄给这位成员。',
  title: '主题',
  series: '系列的所有日期都在这位主持人的另一行上，否则一个也不预约。',
  people: '预计人数',
  submit: '不依规则预约',
  missing: '请选择主持人与成员，并输入主题、日期、开始时间和时长。',
}
