/** A small program that books one meeting: it prints the meeting's link, and may be run again with the same words. */
import { writeSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { createZoomClient, optionsFromEnvironment } from '@convene/zoom'
import { createMeetingKeeper } from '@convene/zoom/ensure'
import { createSqliteJournal } from '@convene/zoom/journal/sqlite'

const [file = '', key = '', topic = '', laterMs = '0'] = process.argv.slice(2)
using database = new DatabaseSync(file)
const keeper = createMeetingKeeper({
  zoom: createZoomClient(optionsFromEnvironment(process.env)),
  journal: createSqliteJournal(database),
  // A program that is run again some minutes later.
  ambient: { now: () => Date.now() + Number(laterMs) },
})
const meeting = { topic, start_time: '2030-12-20T18:00:00', timezone: 'Asia/Taipei', duration: 45 }
const status = await keeper.ensureMeeting({ key, host: 'mei@example.com', meeting })
writeSync(1, status.meeting?.join_url ?? status.sentence)
