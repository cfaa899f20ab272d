export const emptyAgreement = { agreedWith: '', agreedOn: '', effectiveFrom: '', title: '', note: '' };

/** What is sent: a date that was not chosen is none. */
export function agreementBody(form: typeof emptyAgreement, seen: number) {
  return { ...form, agreedOn: form.agreedOn || null, effectiveFrom: form.effectiveFrom || null, seen };
}
