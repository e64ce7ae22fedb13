// The packed emulator in a process of its own; fills itself with meetings when asked. Plain JavaScript, as a user's would be.
import { startEmulator } from '../../dist-packages/zoom-emulator/dist/index.js'

const emulator = await startEmulator()
process.send?.({ about: 'ready', url: emulator.url, ...emulator.env })

process.on('message', async (message) => {
  if (message.do !== 'fill') return
  const headers = { authorization: `Bearer ${message.token}`, 'content-type': 'application/json' }
  const hosts = ['mei@example.com', 'kenji@example.com', 'ayse@example.com', 'lars@example.com', 'nora@example.com']
  for (let made = 0; made < message.count; made += 1) {
    const day = new Date(Date.UTC(2030, 0, 1 + (made % 365))).toISOString().slice(0, 10)
    const body = JSON.stringify({ topic: `Meeting ${made}`, start_time: `${day}T10:00:00Z` })
    const path = `/v2/users/${hosts[made % hosts.length]}/meetings`
    const answer = await emulator.fetch(path, { method: 'POST', headers, body })
    if (answer.status !== 201) throw new Error(`Filling failed: ${await answer.text()}`)
  }
  process.send?.({ about: 'fill' })
})
