import type { ListedUser } from '@convene/zoom'
import type { Column } from '../output/table.ts'

/** The columns of a list of users. */
export const userColumns: readonly Column<ListedUser>[] = [
  {
    header: 'NAME',
    cell: (user) => user.display_name ?? `${user.first_name ?? ''} ${user.last_name ?? ''}`.trim(),
    cut: true,
  },
  { header: 'EMAIL', cell: ({ email }) => email },
  { header: 'LICENCE', cell: ({ type }) => licenceName(type) },
  { header: 'ZONE', cell: ({ timezone }) => timezone },
  { header: 'STATUS', cell: ({ status }) => status },
  { header: 'ID', cell: ({ id }) => id, spare: true },
]

/** Zoom's number for a licence, in words. */
export function licenceName(type: number): string {
  return { 1: 'Basic', 2: 'Licensed', 4: 'Unassigned', 99: 'None' }[type] ?? String(type)
}
