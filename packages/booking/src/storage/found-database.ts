/** A database as it is before the desk opens it. `empty`: its tables will be made; `older`: they will be brought forward. */
export type FoundDatabase = 'empty' | 'older' | 'current'
