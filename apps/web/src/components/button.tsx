import type { ComponentChildren, VNode } from 'preact'
import { classes } from './classes.ts'

export interface ButtonProps {
  readonly children: ComponentChildren
  /** `main`: what the scene is for; one of them in a scene. `danger`: takes something away. */
  readonly kind?: 'main' | 'plain' | 'quiet' | 'danger' | undefined
  readonly type?: 'button' | 'submit' | undefined
  readonly isBusy?: boolean | undefined
  /** It stays where the keyboard reaches it, and says by `describedBy` why nothing happens. */
  readonly isOff?: boolean | undefined
  readonly describedBy?: string | undefined
  readonly label?: string | undefined
  readonly isPressed?: boolean | undefined
  readonly isExpanded?: boolean | undefined
  readonly class?: string | undefined
  readonly onClick?: ((event: MouseEvent) => void) | undefined
}

export function Button(props: ButtonProps): VNode {
  const { kind = 'plain', type = 'button', isBusy = false, isOff = false, onClick } = props
  return (
    <button
      type={type}
      class={classes('button', `button-${kind}`, isBusy && 'is-busy', props.class)}
      aria-disabled={isBusy || isOff ? 'true' : undefined}
      aria-describedby={props.describedBy}
      aria-label={props.label}
      aria-pressed={props.isPressed}
      aria-expanded={props.isExpanded}
      onClick={(event) => {
        if (isBusy || isOff) event.preventDefault()
        else onClick?.(event)
      }}
    >
      {props.children}
    </button>
  )
}

export interface ButtonLinkProps {
  readonly href: string
  readonly children: ComponentChildren
  readonly kind?: ButtonProps['kind']
  readonly isNewWindow?: boolean | undefined
  /** A file to keep, not a page to go to. */
  readonly download?: boolean | undefined
  /** Read out where several say the same. */
  readonly label?: string | undefined
}

/** A link that looks like a button: it leads somewhere. */
export function ButtonLink({ href, children, kind = 'plain', isNewWindow, download, label }: ButtonLinkProps): VNode {
  return (
    <a
      class={classes('button', `button-${kind}`)}
      href={href}
      target={isNewWindow ? '_blank' : undefined}
      rel={isNewWindow ? 'noreferrer' : undefined}
      download={download ? '' : undefined}
      aria-label={label}
    >
      {children}
    </a>
  )
}
