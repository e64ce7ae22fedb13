import type { override as english } from '../../en/admin/override.ts'

export const override: typeof english = {
  lead: '選んだホストに別枠で予約します。ルール、利用時間、ほかの予約は考慮されません。',
  warning:
    'その時間帯にホストが同時に開ける数に達していると、このミーティングは開始できません。予約は誰にでもわかるようカレンダーの別の行に表示され、監査ログに残ります。',
  host: 'ホスト',
  chooseHost: 'ホストを選択',
  organiser: '誰のため',
  organiserHint: '名前またはアドレス。ミーティングはその方のものとなり、メールもその方に届きます。',
  title: 'トピック',
  series: '定期予約は、このホストの別の行にすべての日程が入るか、まったく入らないかのどちらかです。',
  people: '予定人数',
  submit: 'ルールによらず予約',
  missing: 'ホストとメンバーを選び、トピック、日付、開始、長さを入力してください。',
}
