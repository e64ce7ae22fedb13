import type { ColumnTypes } from './second-tables.ts'

/** The fourth step of both engines: who may start a meeting beside its organiser. */
export function fourthTables({ id, end }: Pick<ColumnTypes, 'id' | 'end'>): string {
  return `
  CREATE TABLE deputy (
    booking_id ${id} NOT NULL REFERENCES booking (id), member_id ${id} NOT NULL REFERENCES member (id),
    PRIMARY KEY (booking_id, member_id)
  )${end};
  CREATE INDEX deputy_member ON deputy (member_id);`
}
