import type { connection as english } from '../../en/admin/connection.ts'

export const connection: typeof english = {
  lead: '逐步測試系統需要 Zoom 提供的功能。測試時會在第一位主持人建立一場會議，並立即刪除。',
  test: '立即測試',
  again: '再測試一次',
  testing: '正在測試：需要幾秒鐘。',
  allGood: '系統需要的功能全部正常。',
  bad: (count) => `有 ${count} 個步驟不正常。`,
  account: (account) => `帳號 ${account}`,
  zoom: { real: '這是真正的 Zoom。', emulated: '這是模擬環境，不是 Zoom。' },
  steps: {
    sign_in: '應用程式登入',
    users: '讀取帳號的使用者',
    meetings: '讀取會議',
    agenda: '顯示會議說明',
    webhooks: 'Zoom 通知變更',
    clock: '時鐘一致',
  },
  results: { good: '正常', bad: '不正常', not_tried: '未測試' },
  missing: '應用程式缺少的權限範圍',
  missingMore:
    '請在 Zoom App Marketplace 的應用程式中，於 Scopes 加入這些權限範圍，然後重新啟用應用程式。較新的應用程式使用細分權限，較舊的使用傳統權限：只需要其中一欄。',
  columns: { for: '用途', granular: '細分權限', classic: '傳統權限' },
  copyGranular: '複製細分權限',
  copyClassic: '複製傳統權限',
}
