import type { ComponentChildren, VNode } from 'preact'

export interface Column<Row> {
  readonly name: string
  readonly title: string
  /** What stands in the first column names the row. */
  readonly cell: (row: Row) => ComponentChildren
  readonly isNumber?: boolean | undefined
}

export interface TableProps<Row> {
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
}

/** Rows and columns; on a narrow screen each row becomes a card, and each cell says its column. */
export function Table<Row>({ caption, columns, rows, keyOf }: TableProps<Row>): VNode {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: a table laid out as cards is no table to some browsers without its roles
    <table class="table" role="table">
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ name, title, isNumber }) => (
            <th key={name} scope="col" class={isNumber ? 'is-number' : undefined}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map(({ name, title, cell, isNumber }, index) =>
              index === 0 ? (
                <th key={name} scope="row" data-title={title}>
                  {cell(row)}
                </th>
              ) : (
                <td key={name} data-title={title} class={isNumber ? 'is-number' : undefined}>
                  {cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
