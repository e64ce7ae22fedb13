import type { policies as english } from '../../en/admin/policies.ts'

export const policies: typeof english = {
  lead: '适用于所有预约者。没有规则就没有限制。已经预约的不受影响。',
  rules: '预约的限制',
  notice: {
    label: '不可临时预约',
    unit: '分钟前预约',
    means: (text) => `会议至少须在开始前 ${text}预约。`,
    example: (now, refused, passes) => `现在是 ${now}：${refused} 的会议会被拒绝，${passes} 的会议可以。`,
  },
  horizon: {
    label: '不可预约太久以后',
    unit: '天以内',
    means: (days) => `最多只能预约 ${days} 天内的会议。`,
    example: (passes, refused) => `今天可以预约 ${passes}；${refused} 会被拒绝。系列的所有日期都计算在内。`,
  },
  longest: {
    label: '不可太长',
    unit: '分钟以内',
    means: (text) => `会议最长为 ${text}。`,
    example: (passes, refused) => `${passes}的会议可以；${refused}的会议会被拒绝。`,
  },
  quota: {
    label: '不可太多',
    unit: '个日期（每位成员每周）',
    means: (count) => `每位成员每周最多 ${count} 个日期。`,
    example: (next) => `星期一到星期日的第 ${next} 个日期会被拒绝，并建议有空位的一周。系列的每个日期都计算在内。`,
  },
  buffer: {
    label: '会议之间的间隔',
    unit: '分钟（前后各留）',
    means: (text) => `每场会议前后各保留 ${text}；主持人自己设置较长时，以主持人为准。`,
    example: (end, refused, passes) =>
      `会议在 ${end} 结束后，同一位主持人的下一场不能在 ${refused} 开始，但可以在 ${passes} 开始。`,
  },
  off: '没有这项规则。',
  approval: '批准',
  approvalHint: '这些主持人的预约须等待主管批准。预约一律须批准的成员，在“成员”中设置。',
  approvalNone: '还没有主持人。',
  opening: '如何开始会议',
  openings: { without_host: '由最先加入的人', start_link: '由组织者以开始链接' },
  openingHint: {
    without_host: '没有人以主持人身份登录。共享主持人时，这是较安全的方式。',
    start_link:
      '从会议开始前 15 分钟到结束，组织者可取得以主持人身份登录的链接：可看到这位主持人的录像、联系人与其他会议。每次使用都会记入审计日志。',
  },
  timeZone: '系统的时区',
  nextMayEnd: '下一个预约的组织者可以结束超时的会议',
  nextMayEndHint:
    '当会议在同一通道的下一场会议开始前 10 分钟仍在进行，系统会以邮件通知双方组织者和管理员，管理员可以结束它。启用这项规则后，下一个预约的组织者也可以结束它，但看不到那是谁的会议。每次使用都会记入审计日志。',
  timeZoneHint: '规则中的日与周以这个时区计算。',
  save: '保存规则',
  saved: '规则已保存。',
  whole: (most) => `请输入 1 到 ${most} 的整数。`,
  pool: {
    title: '共享主持人',
    off: '成员只能预约自己的主持人。共享池中的主持人尚未共享。',
    on: (name, when) => `由 ${name} 于 ${when} 确认。共享池中的主持人可供大家预约。`,
    why: '常有人引述 Zoom 的条款：未经 Zoom 书面同意，不得与他人共享账号或主持人的权利。确认之前，请先阅读自己的合同，或向 Zoom 询问。如果每位成员都有自己的 Zoom 用户，会议可以在各自的用户上举行，不需要共享。',
    text: [
      '我代表我的组织确认：',
      '组织拥有这些 Zoom 用户的授权，而且它们是为共享而创建，并非供一人使用；',
      '组织与 Zoom 的合同，或 Zoom 的书面同意，允许成员在这些用户上举行会议；',
      '以开始链接开启会议的人是以该主持人的身份行事，由组织负责；',
      '我有权代表组织作此声明。我的姓名与时间会一并保存。',
    ],
    agree: '我已阅读并确认',
    confirm: '共享主持人',
    withdraw: '停止共享',
    withdrawTitle: '要停止共享主持人吗？',
    withdrawText: '共享的主持人不会再有新的预约。已预约的会议照常举行。',
    withdrawKeep: '继续共享',
    somebody: '一位管理员',
  },
}
