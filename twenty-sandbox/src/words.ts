/** `MEETING_BOOKED` → `Meeting booked` */
export const wordsOf = (value: string): string => {
  const words = value.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};
