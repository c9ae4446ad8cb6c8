// A name among Chinese words: a blank parts it from them where it is not Chinese.

export const before = (name: string) => (/\p{Script=Han}$/u.test(name) ? name : `${name} `);
export const after = (name: string) => (/^\p{Script=Han}/u.test(name) ? name : ` ${name}`);
