import type { connection as english } from '../../en/admin/connection.ts'

export const connection: typeof english = {
  lead: '逐步测试系统需要 Zoom 提供的功能。测试时会在第一位主持人创建一场会议，并立即删除。',
  test: '立即测试',
  again: '再测试一次',
  testing: '正在测试：需要几秒钟。',
  allGood: '系统需要的功能全部正常。',
  bad: (count) => `有 ${count} 个步骤不正常。`,
  account: (account) => `账号 ${account}`,
  zoom: { real: '这是真正的 Zoom。', emulated: '这是模拟环境，不是 Zoom。' },
  steps: {
    sign_in: '应用程序登录',
    users: '读取账号的用户',
    meetings: '读取会议',
    agenda: '显示会议说明',
    webhooks: 'Zoom 通知更改',
    clock: '时钟一致',
  },
  results: { good: '正常', bad: '不正常', not_tried: '未测试' },
  missing: '应用程序缺少的权限范围',
  missingMore:
    '请在 Zoom App Marketplace 的应用程序中，于 Scopes 加入这些权限范围，然后重新激活应用程序。较新的应用程序使用细分权限，较旧的使用传统权限：只需要其中一栏。',
  columns: { for: '用途', granular: '细分权限', classic: '传统权限' },
  copyGranular: '复制细分权限',
  copyClassic: '复制传统权限',
}
