import { describe, expect, it } from 'vitest';
import { latest } from './latest';

/** A service that answers when it is told to. */
function slowService() {
  const asked: number[] = [];
  const answers: ((answer: string) => void)[] = [];
  const refusals: ((error: Error) => void)[] = [];
  const ask = (question: number) =>
    new Promise<string>((resolve, reject) => {
      asked.push(question);
      answers.push(resolve);
      refusals.push(reject);
    });
  return { ask, asked, answers, refusals };
}

const fail = (error: unknown) => {
  throw error;
};
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('latest', () => {
  it('asks one question at a time, and of those that wait only the newest', async () => {
    const service = slowService();
    const delivered: [string, number][] = [];
    const request = latest(service.ask, (answer, question) => delivered.push([answer, question]), fail);
    for (const question of [1, 2, 3, 4]) request(question);
    expect(service.asked).toEqual([1]);

    service.answers[0]?.('one');
    await settled();
    expect(service.asked).toEqual([1, 4]);

    service.answers[1]?.('four');
    await settled();
    expect(delivered).toEqual([
      ['one', 1],
      ['four', 4],
    ]);
    expect(service.asked).toEqual([1, 4]);
  });

  it('goes on after a failure', async () => {
    const service = slowService();
    const delivered: string[] = [];
    const failures: unknown[] = [];
    const request = latest(
      service.ask,
      (answer) => delivered.push(answer),
      (error) => failures.push(error),
    );
    request(1);
    request(2);
    service.refusals[0]?.(new Error('no'));
    await settled();
    service.answers[1]?.('two');
    await settled();
    expect(failures).toEqual([new Error('no')]);
    expect(delivered).toEqual(['two']);
  });
});
