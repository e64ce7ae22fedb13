// Preloaded into every server of a bench: answers the question what it has used. Plain JavaScript, so that it costs no start.
process.on('message', (message) => {
  if (message.do !== 'usage') return
  const { user, system } = process.cpuUsage()
  process.send?.({ about: 'usage', cpuMicros: user + system, rssMiB: process.memoryUsage.rss() / 2 ** 20 })
})
// The bench is gone.
process.on('disconnect', () => process.exit())
