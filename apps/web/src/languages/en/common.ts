export const common = {
  again: 'Try again',
  cancel: 'Cancel',
  close: 'Close',
  copied: 'Copied.',
  copy: 'Copy',
  loading: 'One moment …',
  more: 'Show more',
  notCopied: 'This browser does not let the page copy. Mark the text and copy it by hand.',
  reload: 'Load the page again',
  save: 'Save',
}

export type CommonWords = typeof common
