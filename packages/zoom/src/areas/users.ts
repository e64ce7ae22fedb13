export type * from '../generated/types/users.ts'
export { users } from '../resources/users.ts'
