export type * from '../generated/types/users.ts'
export { usersOperations } from '../generated/users.ts'
export { users } from '../resources/users.ts'
