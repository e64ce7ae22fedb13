export const common = {
  again: 'Try again',
  back: 'Back',
  cancel: 'Cancel',
  close: 'Close',
  copied: 'Copied.',
  copy: 'Copy',
  loading: 'One moment …',
  more: 'Show more',
  no: 'No',
  notCopied: 'This browser does not let the page copy. Mark the text and copy it by hand.',
  reload: 'Load the page again',
  save: 'Save',
  yes: 'Yes',
  timeIn: (time: string, zone: string): string => `${time} (${zone})`,
}

export type CommonWords = typeof common
