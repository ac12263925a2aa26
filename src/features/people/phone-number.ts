/** «+7 912 345-67-89», «8 (912) 345 67 89», «9123456789» → '+79123456789'; undefined when it is no telephone number. */
export const parsePhone = (text: string): string | undefined => {
  if (/[^\d\s()+.\-–—]/.test(text)) return undefined;
  const digits = text.replace(/\D/g, '');
  if (/^[78]\d{10}$/.test(digits)) return `+7${digits.slice(1)}`;
  if (digits.length === 10) return `+7${digits}`;
  const foreign = text.trim().startsWith('+') && digits.length >= 8 && digits.length <= 15;
  return foreign ? `+${digits}` : undefined;
};

/** «+7 912 345-67-89» with no-break spaces; numbers of other countries as they are. */
export const formatPhone = (phone: string | null): string => {
  const parts = /^\+7(\d{3})(\d{3})(\d\d)(\d\d)$/.exec(phone ?? '');
  return parts ? `+7\u00A0${parts[1]}\u00A0${parts[2]}-${parts[3]}-${parts[4]}` : (phone ?? '');
};

/** «…67-89»: enough to tell people apart in a list of possible twins. */
export const phoneTail = (phone: string | null): string => {
  const digits = (phone ?? '').replace(/\D/g, '');
  return digits.length < 4 ? '' : `…${digits.slice(-4, -2)}-${digits.slice(-2)}`;
};
