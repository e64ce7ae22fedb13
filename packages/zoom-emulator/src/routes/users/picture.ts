import type { Picture } from '../../domain/picture.ts'
import { readUpload } from '../../http/read-upload.ts'
import { reply } from '../../http/reply.ts'
import type { Handler } from '../../http/router.ts'
import { validationFailed, ZoomApiError } from '../../http/zoom-error.ts'
import { anyUser, requireProfileRight, type UserRoutes } from './context.ts'

const mostBytes = 2 * 1024 * 1024
/** What a form adds around its file. */
const formBytes = 16 * 1024
const tooLarge = () => new ZoomApiError(400, 120, 'File size cannot exceed 2M.')

/** `POST /users/{userId}/picture` */
export function uploadPictureRoute(routes: UserRoutes): Handler {
  const { emulator } = routes
  return async (context) => {
    requireProfileRight(context.env.caller, 'a profile picture')
    anyUser(routes, context)
    const file = await readUpload(context, 'pic_file', mostBytes + formBytes, tooLarge)
    if (!file) throw validationFailed([{ field: 'pic_file', message: 'Missing field.' }])
    if (file.length === 0) throw new ZoomApiError(400, 120, 'File is empty.')
    if (file.length > mostBytes) throw tooLarge()
    const contentType = imageType(file)
    if (!contentType) throw new ZoomApiError(400, 120, 'Only jpg/jpeg or png image file can be uploaded.')
    // A file takes its time, and the user may have been changed meanwhile.
    const user = anyUser(routes, context)
    const id = emulator.ids.secret(16)
    const base64 = Buffer.from(file).toString('base64')
    emulator.store.transaction(() => {
      emulator.store.pictures.put({ userId: user.id, id, contentType, base64 })
      emulator.store.users.put({ ...user, pictureId: id })
    })
    return reply(201, {})
  }
}

/** `DELETE /users/{userId}/picture` */
export function deletePictureRoute(routes: UserRoutes): Handler {
  const { store } = routes.emulator
  return (context) => {
    requireProfileRight(context.env.caller, 'a profile picture')
    const { pictureId: _, ...user } = anyUser(routes, context)
    store.transaction(() => {
      store.pictures.delete(user.id)
      store.users.put(user)
    })
    return reply(204)
  }
}

/** By its first bytes: a name proves nothing. */
function imageType(file: Uint8Array): Picture['contentType'] | undefined {
  const begins = (...bytes: number[]) => bytes.every((byte, place) => file[place] === byte)
  if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png'
  return begins(0xff, 0xd8, 0xff) ? 'image/jpeg' : undefined
}
