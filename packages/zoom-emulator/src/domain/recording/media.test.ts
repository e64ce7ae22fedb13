import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeAudio, makeVideo } from './media.ts'

/** The boxes of a file, outermost alone, by name: where their content begins and ends. */
function boxesOf(file: Uint8Array): Map<string, [from: number, to: number]> {
  const view = new DataView(file.buffer, file.byteOffset, file.length)
  const boxes = new Map<string, [number, number]>()
  for (let at = 0; at < file.length; at += view.getUint32(at)) {
    const name = new TextDecoder().decode(file.subarray(at + 4, at + 8))
    boxes.set(name, [at + 8, at + view.getUint32(at)])
  }
  return boxes
}

const files: [string, (seconds: number) => Uint8Array, timescale: number][] = [
  ['video', makeVideo, 1000],
  ['audio', makeAudio, 8000],
]
for (const [name, make, timescale] of files)
  test(`${name}: the boxes fill the file, the index points at the samples, the length is as asked`, () => {
    const file = make(90)
    const boxes = boxesOf(file)
    assert.deepEqual([...boxes.keys()], ['ftyp', 'moov', 'mdat'])
    const bytes = Buffer.from(file)
    const chunkAt = bytes.readUInt32BE(bytes.indexOf('stco') + 12)
    assert.equal(chunkAt, boxes.get('mdat')?.[0])
    const movie = bytes.indexOf('mvhd') + 4
    assert.equal(bytes.readUInt32BE(movie + 12), timescale)
    assert.equal(Math.floor(bytes.readUInt32BE(movie + 16) / timescale), 90)
    assert.ok(make(1e9).length < 200_000, 'a recording of days stays small')
  })
