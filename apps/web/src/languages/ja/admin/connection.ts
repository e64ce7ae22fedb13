import type { connection as english } from '../../en/admin/connection.ts'

export const connection: typeof english = {
  lead: 'Zoom に必要な機能を順に試します。最初のホストにミーティングを作成し、すぐに削除します。',
  test: '今すぐテスト',
  again: 'もう一度テスト',
  testing: 'テスト中です。数秒かかります。',
  allGood: '必要な機能はすべて動作しています。',
  bad: (count) => `${count} 件の手順が動作していません。`,
  account: (account) => `アカウント ${account}`,
  zoom: { real: '実際の Zoom です。', emulated: 'エミュレーターです。Zoom ではありません。' },
  steps: {
    sign_in: 'アプリのサインイン',
    users: 'アカウントのユーザーの読み取り',
    meetings: 'ミーティングの読み取り',
    agenda: 'ミーティングの説明の表示',
    webhooks: 'Zoom からの変更の通知',
    clock: '時計の一致',
  },
  results: { good: '動作', bad: '動作しない', not_tried: '未実施' },
  missing: 'アプリに足りないスコープ',
  missingMore:
    'Zoom App Marketplace でアプリの Scopes にこれらを追加し、アプリを有効にし直してください。新しいアプリには詳細なスコープ、古いアプリには従来のスコープがあります。必要なのはどちらか一方の列です。',
  columns: { for: '用途', granular: '詳細なスコープ', classic: '従来のスコープ' },
  copyGranular: '詳細なスコープをコピー',
  copyClassic: '従来のスコープをコピー',
}
