import { ascii, type Bytes, box, bytes, fullBox, joined, u16, u32 } from './mp4-box.ts'

/** What a media file is made of: one track, its samples alike. */
interface Track {
  readonly brand: 'isom' | 'M4A '
  /** Ticks a second. */
  readonly timescale: number
  readonly sample: Uint8Array
  readonly sampleTicks: number
  readonly sampleCount: number
  /** `vmhd` or `smhd`, `vide` or `soun`, and what the samples are. */
  readonly mediaHeader: Uint8Array
  readonly handler: 'vide' | 'soun'
  readonly description: Uint8Array
  /** In pixels. */
  readonly side: number
}

/** No media file is longer, so that none is larger than some 100 kB: a recording of a day has an hour of silence. */
const longestSeconds = 3600

/** A real MP4 of that length: one dark picture of 16 by 16 pixels in H.264 (ISO/IEC 14496-10), all of it sent as plain values. */
export function makeVideo(seconds: number): Bytes {
  return makeFile({
    brand: 'isom',
    timescale: 1000,
    sample: joined([u32(picture.length), picture]),
    sampleTicks: bounded(seconds) * 1000,
    sampleCount: 1,
    mediaHeader: fullBox('vmhd', 1, u16(0, 0, 0, 0)),
    handler: 'vide',
    description: box('avc1', bytes(0, 0, 0, 0, 0, 0), u16(1), visual, box('avcC', avcConfig)),
    side: 16,
  })
}

/** A real M4A of that length: silence in AAC (ISO/IEC 14496-3), one channel at 8 kHz. */
export function makeAudio(seconds: number): Bytes {
  return makeFile({
    brand: 'M4A ',
    timescale: 8000,
    sample: silence,
    sampleTicks: 1024,
    sampleCount: Math.ceil((bounded(seconds) * 8000) / 1024),
    mediaHeader: fullBox('smhd', 0, u16(0, 0)),
    handler: 'soun',
    description: box('mp4a', bytes(0, 0, 0, 0, 0, 0), u16(1), audible, fullBox('esds', 0, elementaryStream)),
    side: 0,
  })
}

const bounded = (seconds: number): number => Math.min(Math.max(Math.ceil(seconds), 1), longestSeconds)

/** Constrained baseline, level 1, one macroblock wide and high. */
const sequence = bytes(0x67, 0x42, 0xc0, 0x0a, 0xdd, 0xe4)
const pictureSet = bytes(0x68, 0xce, 0x38, 0x80)
/** An IDR slice with one macroblock of type I_PCM: 256 values of light and 128 of colour, and the stop bit. */
const picture = joined([
  bytes(0x65, 0x88, 0x84, 0x86, 0x80),
  new Uint8Array(256).fill(0x30),
  new Uint8Array(128).fill(0x80),
  bytes(0x80),
])
const avcConfig = joined([
  bytes(1, 0x42, 0xc0, 0x0a, 0xff, 0xe1),
  ...[u16(sequence.length), sequence, bytes(1), u16(pictureSet.length), pictureSet],
])
const visual = joined([
  ...[u16(0, 0), u32(0, 0, 0), u16(16, 16), u32(0x480000, 0x480000, 0), u16(1)],
  ...[new Uint8Array(32), u16(24, 0xffff)],
])

/** One channel element without a band, and the end: 1,024 samples of nothing. */
const silence = bytes(0, 0, 0, 7)
const audible = joined([u32(0, 0), u16(1, 16, 0, 0), u32(8000 * 65_536)])
/** MPEG-4 audio, AAC LC, 8 kHz, one channel. */
const elementaryStream = joined([
  ...[bytes(3, 25, 0, 0, 0), bytes(4, 17, 0x40, 0x15, 0, 0, 0), u32(0, 0)],
  ...[bytes(5, 2, 0x15, 0x88), bytes(6, 1, 2)],
])

/** Every file: type, index, samples. The samples stand in one chunk behind the index, whose length does not depend on where they are. */
function makeFile(track: Track): Bytes {
  const type = box('ftyp', ascii(track.brand), u32(0), ascii('isommp42'))
  const index = (chunkAt: number) => movie(track, chunkAt)
  const chunkAt = type.length + index(0).length + 8
  const samples = new Uint8Array(track.sample.length * track.sampleCount)
  for (let at = 0; at < samples.length; at += track.sample.length) samples.set(track.sample, at)
  return joined([type, index(chunkAt), box('mdat', samples)])
}

const unity = u32(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)

function movie(track: Track, chunkAt: number): Bytes {
  const { timescale, sample, sampleTicks, sampleCount, side, handler } = track
  const ticks = sampleTicks * sampleCount
  const times = (...before: number[]) => u32(0, 0, ...before, ticks)
  const volume = handler === 'soun' ? 0x100 : 0
  const table = box(
    'stbl',
    fullBox('stsd', 0, u32(1), track.description),
    fullBox('stts', 0, u32(1, sampleCount, sampleTicks)),
    fullBox('stsc', 0, u32(1, 1, sampleCount, 1)),
    fullBox('stsz', 0, u32(sample.length, sampleCount)),
    fullBox('stco', 0, u32(1, chunkAt)),
  )
  const information = box('minf', track.mediaHeader, box('dinf', fullBox('dref', 0, u32(1), fullBox('url ', 1))), table)
  const name = bytes(...ascii(handler), ...new Uint8Array(12), ...ascii('Emulated'), 0)
  return box(
    'moov',
    fullBox('mvhd', 0, times(timescale), u32(0x10000), u16(0x100, 0), u32(0, 0), unity, new Uint8Array(24), u32(2)),
    box(
      'trak',
      fullBox('tkhd', 3, times(1, 0), u32(0, 0), u16(0, 0, volume, 0), unity, u32(side * 65_536, side * 65_536)),
      box('mdia', fullBox('mdhd', 0, times(timescale), u16(0x55c4, 0)), fullBox('hdlr', 0, u32(0), name), information),
    ),
  )
}
