/** Which form a number takes. The build puts in another language's own rule. @param {number} n */
export const pluralForm = (n) => (n === 1 ? 0 : 1);
