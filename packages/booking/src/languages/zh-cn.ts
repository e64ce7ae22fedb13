import type { Sentences } from './sentences.ts'
import { createWords } from './words.ts'

const { list, day, days, wall, month, weekday, length, zoneName } = createWords('zh-CN')

const units = { daily: '天', weekly: '周', monthly: '个月' }
const onDates = (what: string, dates: readonly string[], of: number): string =>
  of === 1 ? `该时段${what}。` : `${of} 个日期中有 ${dates.length} 个${what}：${days(dates)}。`
const states = {
  requested: '等待批准',
  reserved: '已保留',
  unknown: '已保留',
  confirmed: '已确认',
  cancelled: '已取消',
  ended: '已结束',
  declined: '未获批准',
}
const doing = { change: '更改', cancel: '取消', decide: '批准或拒绝', extend: '延长' }

export const sentences: Sentences = {
  not_object: () => '这不是对象。请提供各个字段。',
  not_text: ({ least, most }) =>
    least === 0 ? `请输入最多 ${most} 个字符的文本。` : `请输入 ${least} 到 ${most} 个字符的文本。`,
  not_whole_number: ({ least, most }) => `请输入 ${least} 到 ${most} 的整数。`,
  not_list: ({ most }) => `请提供最多 ${most} 项的列表。`,
  not_one_of: ({ choices }) => `请选择 ${list(choices, 'or')}。`,
  not_wall_time: () => '请输入当地的日期和时间，例如 2026-12-20T18:00。',
  not_day: () => '请输入日期，例如 2026-12-20。',
  not_time_zone: () => '请输入时区名称，例如 Asia/Taipei。',
  not_email: () => '请输入电子邮件地址，例如 mei@example.com。',
  unknown_field: ({ known }) => `这里没有这个字段。可用的字段有：${list(known)}。`,
  given_twice: () => '列表中重复出现。请只保留一个。',

  once_a_day: () => 'Zoom 会议一天最多重复一次。请为每天的每个时段各建一个系列。',
  no_yearly: ({ months }) => `Zoom 没有每年重复的会议，最长间隔为 ${months} 个月。请为每一年各建一个预约。`,
  interval_beyond_zoom: ({ freq, most }) =>
    `Zoom 最多只能每 ${most} ${units[freq]}重复一次。请缩短间隔，或分成多个预约。`,
  dates_beyond_zoom: ({ most, lastOn }) =>
    `Zoom 的系列最多有 ${most} 个日期，最后一个是 ${day(lastOn)}。请在这天结束，或分成多个预约。`,
  no_dates: () => '没有任何日期。请让系列的结束日晚于第一个日期。',
  time_skipped: ({ wall: at, timeZone, from, to }) =>
    `这个时间不存在：${wall(at)}。时钟会从 ${wall(from)} 直接调到 ${wall(to)}（${zoneName(timeZone)}）。请选择更早或更晚的时间。`,
  which_of_two: ({ wall: at, timeZone, earlier, later }) =>
    `时钟往回调整，这个时间会出现两次：${wall(at)}（${zoneName(timeZone)}）。请选择较早的（UTC${earlier}）或较晚的（UTC${later}）。`,
  earlier_taken: ({ wall: at, timeZone }) =>
    `时钟往回调整，这个时间会出现两次：${wall(at)}（${zoneName(timeZone)}）。会议定在较早的那一次。`,
  first_date_moved: ({ from, to }) => `${day(from)} 不是这个系列的日期。第一个日期是 ${day(to)}。`,
  months_left_out: ({ months }) => `以下月份没有这一天，因此跳过：${list(months.map(month))}。`,
  no_series: () => '只有系列才能有不同的日期。请移除这些日期，或说明如何重复。',
  no_such_date: ({ dates }) => `这个系列没有该日期。系列的日期有：${days(dates)}。`,
  all_left_out: () => '所有日期都被跳过了。请取消预约，或保留一个日期。',
  left_out_has_no_length: () => '跳过的日期没有开始时间，也没有时长。请只提供其中之一。',
  dates_overlap: ({ date, other }) =>
    `${day(date)} 的会议会在 ${day(other)} 的会议结束前开始。请缩短会议，或移动其中一个。`,

  own_host: () => '这是您自己的 Zoom 账号。',
  only_free_host: () => '这是唯一空闲的主持人。',
  smallest_that_fits: ({ capacity, people }) =>
    `这是空闲且能容纳 ${people} 人的主持人中最小的：可容纳 ${capacity} 人。`,
  least_gap: ({ minutes }) => `在相同规模的主持人中，它与前后会议的空隙最小：合计 ${length(minutes)}。`,
  least_spent: ({ spent }) => `在条件相同的主持人中，它今天对 Zoom 的调用次数最少：${spent} 次。`,
  first_of_equals: () => '它是条件相同的主持人中的第一个。',
  chosen_by_admin: () => '由管理员选定。',

  not_in_use: () => '目前未启用。',
  belongs_to_another: () => '属于另一位成员。',
  pool_not_confirmed: () => '这里尚未共享主持人：须先由管理员确认。',
  too_small: ({ capacity, people }) => `可容纳 ${capacity} 人，但预计有 ${people} 人。`,
  too_long_for_basic: ({ minutes, most }) =>
    `其套餐的会议在 ${length(most)}后会结束，而这场会议时长为 ${length(minutes)}。`,
  closed_on: ({ weekdays }) => `${list(weekdays.map(weekday))}不开放。`,
  outside_hours: ({ dates, of }) => onDates('不开放', dates, of),
  dates_too_close: ({ date, other }) =>
    `加上会议前后保留的时间，${day(date)} 的会议会在 ${day(other)} 的会议结束前开始。`,
  taken: ({ dates, of }) => onDates('已被占用', dates, of),

  too_soon: ({ minutes }) => `会议至少须在开始前 ${length(minutes)}预约。`,
  too_far: ({ days: ahead, last }) => `最多只能预约 ${ahead} 天内的会议：最后一天是 ${day(last)}。`,
  too_long: ({ minutes }) => `会议最长为 ${length(minutes)}。`,
  too_many_in_week: ({ most, week, has }) =>
    `每位成员每周最多 ${most} 个日期。在 ${day(week)} 开始的那一周，您已有 ${has} 个。`,

  in_the_past: () => '这个时间已经过去。请选择更晚的时间。',
  has_begun: ({ date }) => `${day(date)} 的会议已经开始，无法更改。`,
  only_whole: () => '单个日期只能更改开始时间或时长，或跳过。其他内容请对所有日期更改。',
  kind_stays: () => '单次会议不能改成系列，系列也不能改成单次会议。请新建预约。',
  nothing_changes: () => '没有任何更改。请提供要更改的字段。',
  moved_date_ahead: ({ date }) => `${day(date)} 的日期已移动过，而且尚未到来。请先跳过它，或更改之后的日期。`,
  exceptions_dropped: ({ dates }) => `系列不再有以下日期，这些日期的单独更改已失效：${days(dates)}。`,

  no_free_host: ({ of }) =>
    of === 0
      ? '没有您可以预约的主持人。请联系管理员。'
      : of === 1
        ? '主持人在该时段没有空。请选择其他时间。'
        : `${of} 位主持人在该时段都没有空。请选择其他时间，或减少日期。`,
  not_there: () => '这里没有这个项目，可能已被移除。',
  not_yours: () => '只有组织者和管理员可以这样做。',
  needs_role: ({ role }) =>
    role === 'admin'
      ? '只有管理员可以这样做。'
      : role === 'manager'
        ? '只有主管和管理员可以这样做。'
        : '只有成员可以这样做。',
  not_a_member: () => '这位成员不存在或未启用。请联系管理员。',
  no_such_member: () => '没有已启用的成员使用这个地址。请更正，或请管理员添加成员。',
  organiser_starts_it: () => '组织者本来就可以开始会议。请移除这个地址。',
  nothing_overruns: () => '这里已没有超时的会议：它已经结束，或已获延长。',
  within_its_time: () => '会议仍在预定的时间内。请等它结束。',
  own_decision: () => '不能批准或拒绝自己的预约。请联系另一位主管。',
  approved_as_it_is: () => '这些日期已由主管批准。请由主管更改，或取消预约后另建一个。',
  state_forbids: ({ state, action }) => `${states[state]}的预约无法${doing[action]}。`,
  changed_meanwhile: () => '在此期间已有人更改。请重新查看，再重复您的更改。',
  key_reused: () => '这个幂等密钥已用于另一个请求。请使用新的密钥。',
  not_running: () => '只有进行中的会议可以延长。',
  taken_after: ({ minutes }) =>
    minutes === 0
      ? '主持人在会议结束后随即被占用，会议无法延长。'
      : `主持人在会议结束后只有 ${length(minutes)}的空闲。延长的时间请勿超过。`,

  not_clock_time: () => '请输入时刻，例如 09:00。',
  ends_before_it_begins: () => '结束时间早于开始时间。请输入更晚的结束时间。',
  email_taken: () => '这个电子邮件地址属于另一位成员。请输入其他地址。',
  host_taken: () => '这位 Zoom 用户已经是主持人。请改为更改该主持人。',
  host_is_booked: () => '这位主持人还有即将举行的预约。请先取消，或移到其他主持人。',
  last_admin: () => '预约系统需要一位管理员。请先将此角色授予另一位成员。',
  deleted_at_zoom: () => '有人在 Zoom 删除了这场会议。请管理员恢复，或取消预约。',
  nothing_to_decide: () => '这里已经没有需要决定的事。请重新查看预约。',
  series_changed_at_zoom: () => '这个系列的日期在 Zoom 被更改，无法直接采用。请先恢复为预约的内容，再更改预约。',
}
