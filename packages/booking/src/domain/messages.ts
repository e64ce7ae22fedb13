/** Each thing that the domain says, with the values that its sentence needs. Instants are milliseconds, wall times ISO. */
export interface Messages {
  // Why a host was chosen.
  own_host: Record<never, never>
  smallest_that_fits: { readonly capacity: number; readonly people: number }
  fewest_gaps: { readonly gaps: number }
  least_spent: { readonly spent: number }
  first_of_equals: Record<never, never>
  chosen_by_admin: Record<never, never>
}
