export const override = {
  lead: 'Books on a host of your choice beside everything else: rules of the desk, opening hours and other bookings do not count.',
  warning:
    'If the host runs as many meetings as it can at that time, this one cannot be started. The booking stands in a line of its own in the calendar, so that everybody sees it, and in the log.',
  host: 'Host',
  chooseHost: 'Choose a host',
  organiser: 'For whom',
  organiserHint: 'Name or address; the meeting is theirs, and the mails go to them.',
  title: 'Title',
  series: 'A series has all of its dates on this host, in the line of its own, or none.',
  people: 'People expected',
  submit: 'Book beside the rules',
  missing: 'Choose a host and a member, and give title, day, start and length.',
}
