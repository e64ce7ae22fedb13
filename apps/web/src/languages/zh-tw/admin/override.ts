import type { override as english } from '../../en/admin/override.ts'

export const override: typeof english = {
  lead: '在您選擇的主持人上另外預約：不受規則、開放時間與其他預約限制。',
  warning:
    '如果主持人在該時段已達同時會議的上限，這場會議將無法開始。預約會在行事曆中另列一行，讓所有人看到，並記入稽核記錄。',
  host: '主持人',
  chooseHost: '選擇主持人',
  organiser: '為誰預約',
  organiserHint: '姓名或地址；會議屬於這位成員，郵件也寄給這位成員。',
  title: '主題',
  series: '系列的所有日期都在這位主持人的另一列上，不然就一個也不預約。',
  people: '預計人數',
  submit: '不依規則預約',
  missing: '請選擇主持人與成員，並輸入主題、日期、開始時間與長度。',
}
