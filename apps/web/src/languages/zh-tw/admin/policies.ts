import type { policies as english } from '../../en/admin/policies.ts'

export const policies: typeof english = {
  lead: '適用於所有預約者。沒有規則就沒有限制。已經預約的不受影響。',
  rules: '預約的限制',
  notice: {
    label: '不可臨時預約',
    unit: '分鐘前預約',
    means: (text) => `會議至少須在開始前 ${text}預約。`,
    example: (now, refused, passes) => `現在是 ${now}：${refused} 的會議會被拒絕，${passes} 的會議可以。`,
  },
  horizon: {
    label: '不可預約太久以後',
    unit: '天以內',
    means: (days) => `最多只能預約 ${days} 天內的會議。`,
    example: (passes, refused) => `今天可以預約 ${passes}；${refused} 會被拒絕。系列的所有日期都計算在內。`,
  },
  longest: {
    label: '不可太長',
    unit: '分鐘以內',
    means: (text) => `會議最長為 ${text}。`,
    example: (passes, refused) => `${passes}的會議可以；${refused}的會議會被拒絕。`,
  },
  quota: {
    label: '不可太多',
    unit: '個日期（每位成員每週）',
    means: (count) => `每位成員每週最多 ${count} 個日期。`,
    example: (next) => `星期一到星期日的第 ${next} 個日期會被拒絕，並建議有空位的一週。系列的每個日期都計算在內。`,
  },
  buffer: {
    label: '會議之間的間隔',
    unit: '分鐘（前後各留）',
    means: (text) => `每場會議前後各保留 ${text}；主持人自己設定較長時，以主持人為準。`,
    example: (end, refused, passes) =>
      `會議在 ${end} 結束後，同一位主持人的下一場不能在 ${refused} 開始，但可以在 ${passes} 開始。`,
  },
  off: '沒有這項規則。',
  approval: '核准',
  approvalHint: '這些主持人的預約須等待主管核准。預約一律須核准的成員，在「成員」中設定。',
  approvalNone: '還沒有主持人。',
  opening: '如何開始會議',
  openings: { without_host: '由最先加入的人', start_link: '由主辦人以開始連結' },
  openingHint: {
    without_host: '沒有人以主持人身分登入。共用主持人時，這是較安全的方式。',
    start_link:
      '從會議開始前 15 分鐘到結束，主辦人可取得以主持人身分登入的連結：可看到這位主持人的錄影、聯絡人與其他會議。每次使用都會記入稽核記錄。',
  },
  timeZone: '系統的時區',
  nextMayEnd: '下一個預約的主辦人可以結束超時的會議',
  nextMayEndHint:
    '當會議在同一通道的下一場會議開始前 10 分鐘仍在進行，系統會以郵件通知雙方主辦人與管理員，管理員可以結束它。啟用這項規則後，下一個預約的主辦人也可以結束它，但看不到那是誰的會議。每次使用都會記入稽核記錄。',
  timeZoneHint: '規則中的日與週以這個時區計算。',
  save: '儲存規則',
  saved: '規則已儲存。',
  whole: (most) => `請輸入 1 到 ${most} 的整數。`,
  pool: {
    title: '共用主持人',
    off: '成員只能預約自己的主持人。共用池中的主持人尚未共用。',
    on: (name, when) => `由 ${name} 於 ${when} 確認。共用池中的主持人可供大家預約。`,
    why: '常有人引述 Zoom 的條款：未經 Zoom 書面同意，不得與他人共用帳號或主持人的權利。確認之前，請先閱讀自己的合約，或向 Zoom 詢問。如果每位成員都有自己的 Zoom 使用者，會議可以在各自的使用者上舉行，不需要共用。',
    text: [
      '我代表我的組織確認：',
      '組織擁有這些 Zoom 使用者的授權，而且它們是為共用而建立，並非供一人使用；',
      '組織與 Zoom 的合約，或 Zoom 的書面同意，允許成員在這些使用者上舉行會議；',
      '以開始連結開啟會議的人是以該主持人的身分行事，由組織負責；',
      '我有權代表組織作此聲明。我的姓名與時間會一併保存。',
    ],
    agree: '我已閱讀並確認',
    confirm: '共用主持人',
    withdraw: '停止共用',
    withdrawTitle: '要停止共用主持人嗎？',
    withdrawText: '共用的主持人不會再有新的預約。已預約的會議照常舉行。',
    withdrawKeep: '繼續共用',
    somebody: '一位管理員',
  },
}
