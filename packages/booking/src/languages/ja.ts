import type { Sentences } from './sentences.ts'
import { createWords } from './words.ts'

const { list, day, days, wall, month, weekday, length, zoneName } = createWords('ja')

const units = { daily: '日', weekly: '週間', monthly: 'か月' }
const onDates = (what: string, dates: readonly string[], of: number): string =>
  of === 1 ? `その時間帯は${what}。` : `${of} 回のうち ${dates.length} 回は${what}：${days(dates)}。`
const states = {
  requested: '承認待ち',
  reserved: '確保済み',
  unknown: '確保済み',
  confirmed: '確定済み',
  cancelled: 'キャンセル済み',
  ended: '終了済み',
  declined: '却下済み',
}
const doing = { change: '変更', cancel: 'キャンセル', decide: '承認または却下', extend: '延長' }

export const sentences: Sentences = {
  not_object: () => 'オブジェクトではありません。各項目を指定してください。',
  not_text: ({ least, most }) =>
    least === 0 ? `${most} 文字以内で入力してください。` : `${least} 文字以上 ${most} 文字以内で入力してください。`,
  not_whole_number: ({ least, most }) => `${least} から ${most} までの整数を入力してください。`,
  not_list: ({ most }) => `${most} 件以内のリストを指定してください。`,
  not_one_of: ({ choices }) => `${list(choices, 'or')}を指定してください。`,
  not_wall_time: () => '現地の日付と時刻を入力してください（例：2026-12-20T18:00）。',
  not_day: () => '日付を入力してください（例：2026-12-20）。',
  not_time_zone: () => 'タイムゾーンの名前を入力してください（例：Asia/Taipei）。',
  not_email: () => 'メールアドレスを入力してください（例：mei@example.com）。',
  unknown_field: ({ known }) => `この項目は使えません。使える項目：${list(known)}。`,
  given_twice: () => 'リストに 2 回含まれています。1 回だけにしてください。',

  once_a_day: () => 'Zoom のミーティングを繰り返せるのは 1 日 1 回までです。時刻ごとに定期予約を作成してください。',
  no_yearly: ({ months }) =>
    `Zoom には毎年繰り返すミーティングがありません。最長の間隔は ${months} か月です。年ごとに予約を作成してください。`,
  interval_beyond_zoom: ({ freq, most }) =>
    `Zoom の繰り返しの間隔は最長 ${most} ${units[freq]}です。間隔を短くするか、複数の予約に分けてください。`,
  dates_beyond_zoom: ({ most, lastOn }) =>
    `Zoom の定期予約は最大 ${most} 回で、最後は ${day(lastOn)} です。その日で終えるか、複数の予約に分けてください。`,
  no_dates: () => '日程がありません。定期予約の終了日を最初の日程より後にしてください。',
  time_skipped: ({ wall: at, timeZone, from, to }) =>
    `この時刻は存在しません：${wall(at)}。時計が ${wall(from)} から ${wall(to)} に進むためです（${zoneName(timeZone)}）。それより前または後の時刻を選んでください。`,
  which_of_two: ({ wall: at, timeZone, earlier, later }) =>
    `時計が戻るため、この時刻は 2 回あります：${wall(at)}（${zoneName(timeZone)}）。早いほう（UTC${earlier}）か遅いほう（UTC${later}）を選んでください。`,
  earlier_taken: ({ wall: at, timeZone }) =>
    `時計が戻るため、この時刻は 2 回あります：${wall(at)}（${zoneName(timeZone)}）。ミーティングは早いほうになります。`,
  first_date_moved: ({ from, to }) => `${day(from)} はこの定期予約の日程ではありません。最初の日程は ${day(to)} です。`,
  months_left_out: ({ months }) => `次の月にはその日がないため除かれます：${list(months.map(month))}。`,
  no_series: () => '日程ごとの変更ができるのは定期予約だけです。変更を外すか、繰り返し方を指定してください。',
  no_such_date: ({ dates }) => `この定期予約にその日程はありません。日程：${days(dates)}。`,
  all_left_out: () => 'すべての日程が除かれています。予約をキャンセルするか、日程を 1 つ残してください。',
  left_out_has_no_length: () => '除く日程には開始時刻も長さもありません。どちらか一方にしてください。',
  dates_overlap: ({ date, other }) =>
    `${day(date)} のミーティングが、${day(other)} のミーティングの終了前に始まります。短くするか、どちらかを移動してください。`,

  own_host: () => 'ご自身の Zoom アカウントです。',
  only_free_host: () => '空いている唯一のホストです。',
  smallest_that_fits: ({ capacity, people }) => `${people} 人が入れる空きホストのうち最小です：定員 ${capacity} 人。`,
  least_gap: ({ minutes }) => `同じ規模のホストのうち、前後のミーティングとの空きが最小です：合計 ${length(minutes)}。`,
  least_spent: ({ spent }) => `条件が同じホストのうち、今日の Zoom への呼び出しが最少です：${spent} 回。`,
  first_of_equals: () => '条件が同じホストのうち最初のものです。',
  chosen_by_admin: () => '管理者が選びました。',

  not_in_use: () => '現在使われていません。',
  belongs_to_another: () => '別のメンバーのものです。',
  pool_not_confirmed: () => 'ホストの共有には、先に管理者の確認が必要です。',
  too_small: ({ capacity, people }) => `定員は ${capacity} 人ですが、${people} 人の予定です。`,
  too_long_for_basic: ({ minutes, most }) =>
    `このプランのミーティングは ${length(most)}で終了しますが、このミーティングは ${length(minutes)}です。`,
  closed_on: ({ weekdays }) => `${list(weekdays.map(weekday))}は利用できません。`,
  outside_hours: ({ dates, of }) => onDates('利用時間外です', dates, of),
  dates_too_close: ({ date, other }) =>
    `ミーティング前後に空けておく時間を含めると、${day(date)} のミーティングが ${day(other)} のミーティングの終了前に始まります。`,
  taken: ({ dates, of }) => onDates('使用中です', dates, of),

  too_soon: ({ minutes }) => `ミーティングは開始の ${length(minutes)}前までに予約してください。`,
  too_far: ({ days: ahead, last }) => `予約できるのは ${ahead} 日先までです：最終日は ${day(last)}。`,
  too_long: ({ minutes }) => `ミーティングの長さは最長 ${length(minutes)}です。`,
  too_many_in_week: ({ most, week, has }) =>
    `メンバー 1 人につき週 ${most} 回までです。${day(week)} からの週には、すでに ${has} 回あります。`,

  in_the_past: () => 'その時刻は過ぎています。後の時刻を選んでください。',
  has_begun: ({ date }) => `${day(date)} のミーティングは始まっているため、変更できません。`,
  only_whole: () =>
    '1 つの日程だけで変えられるのは、開始時刻、長さ、除外だけです。ほかはすべての日程について変更してください。',
  kind_stays: () =>
    '1 回のミーティングと定期ミーティングを互いに変えることはできません。新しい予約を作成してください。',
  nothing_changes: () => '変更がありません。変更する項目を指定してください。',
  moved_date_ahead: ({ date }) =>
    `${day(date)} の日程は移動済みで、これから開催されます。先にその日程を除くか、それ以降の日程を変更してください。`,
  exceptions_dropped: ({ dates }) =>
    `次の日程は定期予約からなくなったため、個別の変更も無効になりました：${days(dates)}。`,

  no_free_host: ({ of }) =>
    of === 0
      ? '予約できるホストがありません。管理者にお問い合わせください。'
      : of === 1
        ? 'その時間帯はホストが空いていません。別の時刻を選んでください。'
        : `その時間帯は ${of} 件のホストのどれも空いていません。別の時刻を選ぶか、日程を減らしてください。`,
  not_there: () => '見つかりません。削除された可能性があります。',
  not_yours: () => '主催者と管理者だけができます。',
  needs_role: ({ role }) =>
    role === 'admin'
      ? '管理者だけができます。'
      : role === 'manager'
        ? 'マネージャーと管理者だけができます。'
        : 'メンバーだけができます。',
  not_a_member: () => 'このメンバーは存在しないか、有効ではありません。管理者にお問い合わせください。',
  no_such_member: () => 'このアドレスの有効なメンバーはいません。訂正するか、管理者に追加を依頼してください。',
  organiser_starts_it: () => '主催者はもともとミーティングを開始できます。このアドレスを外してください。',
  nothing_overruns: () => '予定の時間を過ぎているミーティングはもうありません。終了したか、延長されています。',
  within_its_time: () => 'ミーティングはまだ予定の時間内です。終了までお待ちください。',
  own_decision: () => '自分の予約を承認または却下することはできません。別のマネージャーに依頼してください。',
  approved_as_it_is: () =>
    'この日程はマネージャーが承認したものです。マネージャーに変更を依頼するか、予約をキャンセルして作り直してください。',
  state_forbids: ({ state, action }) => `${states[state]}の予約は${doing[action]}できません。`,
  changed_meanwhile: () => 'その間に誰かが変更しました。内容を確認して、もう一度変更してください。',
  key_reused: () => 'このべき等キーは別のリクエストで使われています。新しいキーを使ってください。',
  not_running: () => '延長できるのは進行中のミーティングだけです。',
  taken_after: ({ minutes }) =>
    minutes === 0
      ? '終了直後からホストが使用中のため、ミーティングを延長できません。'
      : `終了後にホストが空いているのは ${length(minutes)}だけです。それより長くは延長できません。`,

  not_clock_time: () => '09:00 のように時刻を入力してください。',
  ends_before_it_begins: () => '終了が開始より前です。後の時刻を入力してください。',
  email_taken: () => 'このメールアドレスは別のメンバーのものです。別のアドレスを入力してください。',
  host_taken: () => 'この Zoom ユーザーはすでにホストです。そのホストを変更してください。',
  host_is_booked: () => 'このホストにはこれからの予約があります。先にキャンセルするか、別のホストに移してください。',
  last_admin: () => '管理者が一人は必要です。先に別のメンバーにこの役割を与えてください。',
  deleted_at_zoom: () =>
    'このミーティングは Zoom で削除されました。管理者に復元を依頼するか、予約をキャンセルしてください。',
  nothing_to_decide: () => 'ここで決めることはもうありません。予約をもう一度確認してください。',
  series_changed_at_zoom: () =>
    'この定期ミーティングの日程が Zoom で変更され、そのまま取り込むことはできません。予約の内容に復元してから、予約を変更してください。',
}
