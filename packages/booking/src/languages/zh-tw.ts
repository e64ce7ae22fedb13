import type { Sentences } from './sentences.ts'
import { createWords } from './words.ts'

const { list, day, days, wall, month, weekday, length, zoneName } = createWords('zh-TW')

const units = { daily: '天', weekly: '星期', monthly: '個月' }
const onDates = (what: string, dates: readonly string[], of: number): string =>
  of === 1 ? `該時段${what}。` : `${of} 個日期中有 ${dates.length} 個${what}：${days(dates)}。`
const states = {
  requested: '等待核准',
  reserved: '已保留',
  unknown: '已保留',
  confirmed: '已確認',
  cancelled: '已取消',
  ended: '已結束',
  declined: '未獲核准',
}
const doing = { change: '變更', cancel: '取消', decide: '核准或拒絕', extend: '延長' }

export const sentences: Sentences = {
  not_object: () => '這不是物件。請提供各個欄位。',
  not_text: ({ least, most }) =>
    least === 0 ? `請輸入最多 ${most} 個字元的文字。` : `請輸入 ${least} 到 ${most} 個字元的文字。`,
  not_whole_number: ({ least, most }) => `請輸入 ${least} 到 ${most} 的整數。`,
  not_list: ({ most }) => `請提供最多 ${most} 個項目的清單。`,
  not_one_of: ({ choices }) => `請選擇 ${list(choices, 'or')}。`,
  not_wall_time: () => '請輸入當地的日期與時間，例如 2026-12-20T18:00。',
  not_day: () => '請輸入日期，例如 2026-12-20。',
  not_time_zone: () => '請輸入時區名稱，例如 Asia/Taipei。',
  not_email: () => '請輸入電子郵件地址，例如 mei@example.com。',
  unknown_field: ({ known }) => `這裡沒有這個欄位。可用的欄位有：${list(known)}。`,
  given_twice: () => '清單中重複出現。請只保留一個。',

  once_a_day: () => 'Zoom 會議一天最多重複一次。請為每天的每個時段各建立一個系列。',
  no_yearly: ({ months }) => `Zoom 沒有每年重複的會議，最長間隔為 ${months} 個月。請為每一年各建立一個預約。`,
  interval_beyond_zoom: ({ freq, most }) =>
    `Zoom 最多只能每 ${most} ${units[freq]}重複一次。請縮短間隔，或分成多個預約。`,
  dates_beyond_zoom: ({ most, lastOn }) =>
    `Zoom 的系列最多有 ${most} 個日期，最後一個是 ${day(lastOn)}。請在這天結束，或分成多個預約。`,
  no_dates: () => '沒有任何日期。請讓系列的結束日晚於第一個日期。',
  time_skipped: ({ wall: at, timeZone, from, to }) =>
    `這個時間不存在：${wall(at)}。時鐘會從 ${wall(from)} 直接調到 ${wall(to)}（${zoneName(timeZone)}）。請選擇較早或較晚的時間。`,
  which_of_two: ({ wall: at, timeZone, earlier, later }) =>
    `時鐘往回調整，這個時間會出現兩次：${wall(at)}（${zoneName(timeZone)}）。請選擇較早的（UTC${earlier}）或較晚的（UTC${later}）。`,
  earlier_taken: ({ wall: at, timeZone }) =>
    `時鐘往回調整，這個時間會出現兩次：${wall(at)}（${zoneName(timeZone)}）。會議訂在較早的那一次。`,
  first_date_moved: ({ from, to }) => `${day(from)} 不是這個系列的日期。第一個日期是 ${day(to)}。`,
  months_left_out: ({ months }) => `以下月份沒有這一天，因此略過：${list(months.map(month))}。`,
  no_series: () => '只有系列才能有不同的日期。請移除這些日期，或說明如何重複。',
  no_such_date: ({ dates }) => `這個系列沒有該日期。系列的日期有：${days(dates)}。`,
  all_left_out: () => '所有日期都被略過了。請取消預約，或保留一個日期。',
  left_out_has_no_length: () => '略過的日期沒有開始時間，也沒有長度。請擇一提供。',
  dates_overlap: ({ date, other }) =>
    `${day(date)} 的會議會在 ${day(other)} 的會議結束前開始。請縮短會議，或移動其中一個。`,

  own_host: () => '這是您自己的 Zoom 帳號。',
  only_free_host: () => '這是唯一有空的主持人。',
  smallest_that_fits: ({ capacity, people }) =>
    `這是有空且容得下 ${people} 人的主持人中最小的：可容納 ${capacity} 人。`,
  least_gap: ({ minutes }) => `在相同規模的主持人中，它與前後會議的空檔最小：合計 ${length(minutes)}。`,
  least_spent: ({ spent }) => `在條件相同的主持人中，它今天對 Zoom 的呼叫次數最少：${spent} 次。`,
  first_of_equals: () => '它是條件相同的主持人中的第一個。',
  chosen_by_admin: () => '由管理員選定。',

  not_in_use: () => '目前未使用。',
  belongs_to_another: () => '屬於另一位成員。',
  pool_not_confirmed: () => '這裡尚未共用主持人：須先由管理員確認。',
  too_small: ({ capacity, people }) => `可容納 ${capacity} 人，但預計有 ${people} 人。`,
  too_long_for_basic: ({ minutes, most }) =>
    `其方案的會議在 ${length(most)}後會結束，而這場會議長 ${length(minutes)}。`,
  closed_on: ({ weekdays }) => `${list(weekdays.map(weekday))}不開放。`,
  outside_hours: ({ dates, of }) => onDates('不開放', dates, of),
  dates_too_close: ({ date, other }) =>
    `加上會議前後保留的時間，${day(date)} 的會議會在 ${day(other)} 的會議結束前開始。`,
  taken: ({ dates, of }) => onDates('已被占用', dates, of),

  too_soon: ({ minutes }) => `會議至少須在開始前 ${length(minutes)}預約。`,
  too_far: ({ days: ahead, last }) => `最多只能預約 ${ahead} 天內的會議：最後一天是 ${day(last)}。`,
  too_long: ({ minutes }) => `會議最長為 ${length(minutes)}。`,
  too_many_in_week: ({ most, week, has }) =>
    `每位成員每週最多 ${most} 個日期。在 ${day(week)} 開始的那一週，您已有 ${has} 個。`,

  in_the_past: () => '這個時間已經過去。請選擇較晚的時間。',
  has_begun: ({ date }) => `${day(date)} 的會議已經開始，無法變更。`,
  only_whole: () => '單一日期只能變更開始時間或長度，或略過。其他內容請對所有日期變更。',
  kind_stays: () => '單次會議不能改成系列，系列也不能改成單次會議。請建立新的預約。',
  nothing_changes: () => '沒有任何變更。請提供要變更的欄位。',
  moved_date_ahead: ({ date }) => `${day(date)} 的日期已移動過，而且尚未到來。請先略過它，或變更之後的日期。`,
  exceptions_dropped: ({ dates }) => `系列不再有以下日期，這些日期的個別變更已失效：${days(dates)}。`,

  no_free_host: ({ of }) =>
    of === 0
      ? '沒有您可以預約的主持人。請洽管理員。'
      : of === 1
        ? '主持人在該時段沒有空。請選擇其他時間。'
        : `${of} 位主持人在該時段都沒有空。請選擇其他時間，或減少日期。`,
  not_there: () => '這裡沒有這個項目，可能已被移除。',
  not_yours: () => '只有主辦人與管理員可以這麼做。',
  needs_role: ({ role }) =>
    role === 'admin'
      ? '只有管理員可以這麼做。'
      : role === 'manager'
        ? '只有主管與管理員可以這麼做。'
        : '只有成員可以這麼做。',
  not_a_member: () => '這位成員不存在或未啟用。請洽管理員。',
  no_such_member: () => '沒有已啟用的成員使用這個地址。請更正，或請管理員新增成員。',
  organiser_starts_it: () => '主辦人本來就可以開始會議。請移除這個地址。',
  nothing_overruns: () => '這裡已沒有超時的會議：它已經結束，或已獲延長。',
  within_its_time: () => '會議仍在預定的時間內。請等它結束。',
  own_decision: () => '不能核准或拒絕自己的預約。請洽另一位主管。',
  approved_as_it_is: () => '這些日期已由主管核准。請由主管變更，或取消預約後另建一個。',
  state_forbids: ({ state, action }) => `${states[state]}的預約無法${doing[action]}。`,
  changed_meanwhile: () => '在此期間已有人變更。請重新檢視，再重複您的變更。',
  key_reused: () => '這個冪等金鑰已用於另一個請求。請使用新的金鑰。',
  not_running: () => '只有進行中的會議可以延長。',
  taken_after: ({ minutes }) =>
    minutes === 0
      ? '主持人在會議結束後隨即被占用，會議無法延長。'
      : `主持人在會議結束後只有 ${length(minutes)}的空檔。延長的時間請勿超過。`,

  not_clock_time: () => '請輸入時刻，例如 09:00。',
  ends_before_it_begins: () => '結束時間早於開始時間。請輸入較晚的結束時間。',
  email_taken: () => '這個電子郵件地址屬於另一位成員。請輸入其他地址。',
  host_taken: () => '這位 Zoom 使用者已經是主持人。請改為變更該主持人。',
  host_is_booked: () => '這位主持人還有即將舉行的預約。請先取消，或移到其他主持人。',
  last_admin: () => '預約系統需要一位管理員。請先將此角色授予另一位成員。',
  deleted_at_zoom: () => '有人在 Zoom 刪除了這場會議。請管理員還原，或取消預約。',
  nothing_to_decide: () => '這裡已經沒有需要決定的事。請重新查看預約。',
  series_changed_at_zoom: () => '這個系列的日期在 Zoom 被變更，無法直接採用。請先還原為預約的內容，再變更預約。',
}
