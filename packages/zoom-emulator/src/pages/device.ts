import { escapeHtml } from './html.ts'
import { renderPage } from './layout.ts'

/** The page on which a person enters the code that a program shows; `wrong` is a code that did not fit. */
export function renderDeviceCode(action: string, wrong?: string): string {
  const mistake = `<p role="alert" id="mistake"><strong>No device waits with the code ${escapeHtml(wrong ?? '')}.</strong> It may have run out, or it was answered already.</p>`
  return renderPage(
    'Connect a device',
    `${wrong === undefined ? '' : mistake}
<form method="get" action="${escapeHtml(action)}">
<label for="user_code">The code that your device shows</label>
<input id="user_code" name="user_code" autocomplete="off" autocapitalize="characters" spellcheck="false" required maxlength="20"${wrong === undefined ? '' : ' aria-invalid="true" aria-describedby="mistake"'}>
<div><button class="main">Go on</button></div>
</form>`,
  )
}

/** The page after the answer. */
export function renderDeviceAnswer(appName: string, isAllowed: boolean): string {
  return isAllowed
    ? renderPage(
        'Your device is connected',
        `<p>${escapeHtml(appName)} may act for you now. Go back to your device.</p>`,
      )
    : renderPage('Your device is not connected', `<p>You declined. ${escapeHtml(appName)} may not act for you.</p>`)
}
