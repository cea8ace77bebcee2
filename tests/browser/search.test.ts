import { gzipSync } from 'node:zlib';
import type { Response } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findViolations } from './axe.ts';
import { openPage } from './browser.ts';
import { dialog, focused, hear, openSearch, results, see, textsOf } from './search.ts';

describe('weight', () => {
  it.each([
    { path: '', query: 'frost' },
    { path: 'ko/', query: '텃밭' },
  ])('/$path fetches nothing before it is opened, then at most 130 KB to the first result', async (each) => {
    const { page } = await openPage(each.path);
    // Fonts may come after the page's load.
    await page.waitForLoadState('networkidle');
    const before = await page.evaluate(listFetched);
    expect(before.filter((name) => /pagefind|dialog|panel/.test(name))).toEqual([]);
    const responses: Response[] = [];
    page.on('response', (response) => responses.push(response));
    const asked = page.evaluate(noteFirstResult, results);
    await page.keyboard.press('/');
    await page.waitForSelector(`${dialog} input:focus`);
    await page.keyboard.type(each.query);
    const names = await asked;
    expect(names.filter((name) => name.includes('dialog'))).toHaveLength(1);
    const counted = responses.filter((response) => names.includes(response.url()));
    const bodies = await Promise.all(counted.map((response) => response.body()));
    // The local server compresses nothing; the index is compressed already.
    const sizes = bodies.map((body) => Math.min(body.length, gzipSync(body).length));
    expect(counted.filter((response) => response.url().endsWith('.pf_fragment'))).toHaveLength(1);
    expect(sizes.reduce((total, size) => total + size, 0)).toBeLessThan(130_000);
  });
});

/** Runs in the page: the addresses of all that was fetched for it. */
function listFetched(): string[] {
  return performance.getEntriesByType('resource').map(({ name }) => name);
}

/** Runs in the page: waits for the first result, and gives the addresses of all that was fetched for it. */
async function noteFirstResult(selector: string): Promise<string[]> {
  await new Promise<void>((done) => {
    const observer = new MutationObserver(() => {
      if (document.querySelector(selector) === null) return;
      observer.disconnect();
      done();
    });
    observer.observe(document.body, { childList: true, subtree: true });
  });
  const now = performance.now();
  const entries = performance.getEntriesByType('resource');
  return entries.filter((entry) => entry.startTime <= now).map((entry) => entry.name);
}

describe('keyboard', () => {
  it('opens with /, moves with the arrows, opens a result with Enter', async () => {
    const { page, trouble } = await openSearch('frost');
    await hear(page, '3 results');
    await see(page, 3);
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toContain('/2022/topics/frostbite-threats/');
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toContain('/2022/weeks/phase-1-week-5/');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await focused(page)).toContain('name="q"');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/2022/topics/frostbite-threats/');
    expect(trouble).toEqual([]);
  });

  it('opens with Ctrl+K and by its button; Escape closes it and gives the focus back', async () => {
    const { page, trouble } = await openPage('2022/schedule/');
    const link = page.locator('main a').first();
    await link.focus();
    const before = await focused(page);
    await page.keyboard.press('Control+k');
    await page.waitForSelector(`${dialog} input:focus`);
    await page.keyboard.type('zoom');
    await hear(page, 'result');
    await page.keyboard.press('Escape');
    await page.waitForSelector(dialog, { state: 'detached' });
    expect(await focused(page)).toBe(before);
    await page.locator('search-button button').focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector(`${dialog} input:focus`);
    await page.keyboard.press('Escape');
    expect(await focused(page)).toContain('aria-haspopup="dialog"');
    expect(trouble).toEqual([]);
  });

  it('shows all results on their page with Enter in the field', async () => {
    const { page } = await openSearch('march 28');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search/?q=march+28');
    await hear(page, 'result');
    expect((await textsOf(page, results))[0]).toContain('Frostbite');
    expect(await textsOf(page, '.dates mark')).toEqual(['28', 'March']);
  });

  it('leaves / to those who type it, and to those who turned it off', async () => {
    const { page } = await openSearch('24/7');
    expect(await page.inputValue(`${dialog} [name=q]`)).toBe('24/7');
    await page.getByLabel('The / key opens the search').uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await page.reload();
    await page.keyboard.press('/');
    expect(await page.locator(dialog).count()).toBe(0);
    await page.keyboard.press('Control+k');
    await page.waitForSelector(dialog);
    expect(await page.getByLabel('The / key opens the search').isChecked()).toBe(false);
  });
});

describe('results', () => {
  it('stand in groups by their kind, the best first, with dates, and what was found is marked', async () => {
    const { page } = await openSearch('frost');
    await hear(page, '3 results');
    await see(page, 3);
    expect(await textsOf(page, '.search-groups h2')).toEqual(['Topics', 'Weeks']);
    expect(await textsOf(page, '.search-groups .facts')).toContain(
      'Phase I, week 5\n28 March – 3 April 2022',
    );
    expect(await textsOf(page, `${dialog} a mark`)).toEqual(['Frost', 'Frost', 'Frost']);
  });

  it('finds Korean inside words, and marks it there', async () => {
    const { page } = await openSearch('기반', 'ko/', { locale: 'ko-KR' });
    await hear(page, '건');
    expect((await textsOf(page, results))[0]).toContain('자연기반해법');
    expect((await textsOf(page, `${dialog} a mark`))[0]).toBe('기반');
  });

  it('are more than fit at once, a step at a time', async () => {
    const { page } = await openSearch('garden');
    await hear(page, 'results');
    const more = page.getByRole('button', { name: 'More results' });
    await more.click();
    await page.waitForFunction(() => document.querySelectorAll('.search-results a').length === 20);
    expect(await focused(page)).toMatch(/^<a /);
  });

  it('lead to what there is in the other language', async () => {
    const { page } = await openSearch('부산');
    await hear(page, 'Nothing was found for “부산”.');
    const offer = page.getByRole('link', { name: /^\d+ results in Korean$/ });
    await offer.click();
    await page.waitForURL('**/ko/search/?q=*');
    await hear(page, '결과');
    expect(await page.inputValue('[name=q]')).toBe('부산');
  });

  it('are none: the nearest word is offered, from a list that is fetched only then', async () => {
    const { page } = await openPage('');
    const lists: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('words.json')) lists.push(request.url());
    });
    await page.keyboard.press('/');
    await page.waitForSelector(`${dialog} input:focus`);
    await page.keyboard.type('frost');
    await hear(page, '3 results');
    expect(lists).toEqual([]);
    await page.fill(`${dialog} [name=q]`, 'frsot');
    await hear(page, 'Did you mean frost?');
    expect(lists).toHaveLength(1);
    await page.getByRole('button', { name: 'frost', exact: true }).click();
    await hear(page, '3 results');
    expect(await page.inputValue(`${dialog} [name=q]`)).toBe('frost');
  });
});

describe('a word that nothing has', () => {
  it.each([
    { path: '', query: 'workhsop', meant: 'workshop', says: 'Did you mean workshop?' },
    { path: 'ko/', query: '워크샵', meant: '워크숍', says: '워크숍' },
  ])('$query: the nearest is offered above results that only begin like it', async (each) => {
    const { page } = await openSearch(each.query, each.path);
    await hear(page, each.says);
    await page.locator(results).first().waitFor();
    await page.getByRole('button', { name: each.meant, exact: true }).click();
    await page.locator('.search-messages .suggestion').waitFor({ state: 'detached' });
    expect(await page.inputValue(`${dialog} [name=q]`)).toBe(each.meant);
    await page
      .locator('.search-groups mark', { hasText: new RegExp(each.meant, 'i') })
      .first()
      .waitFor();
  });

  it('is not offered in another language either', async () => {
    const { page } = await openSearch('부산');
    await hear(page, 'Nothing was found');
    await page.fill(`${dialog} [name=q]`, 'dongbeak');
    await hear(page, 'Did you mean dongbaek?');
    // This query has results in both languages: once they are offered, both are searched.
    await page.fill(`${dialog} [name=q]`, 'frost');
    await page.locator('.offers a').waitFor();
    await page.evaluate(countOffers);
    await page.fill(`${dialog} [name=q]`, 'dongbeak');
    await page.waitForSelector('[data-offers="2"]');
    await hear(page, 'Did you mean dongbaek?');
    expect(await page.locator('.offers a').count()).toBe(0);
  });
});

describe('filters', () => {
  it('hold for what is offered in the other language', async () => {
    const { page } = await openPage('search/?q=frost&kind=topic');
    await hear(page, '1 result');
    const offer = page.locator('.offers a');
    await offer.waitFor();
    expect(await offer.getAttribute('href')).toBe('/ko/search/?q=frost&kind=topic');
    const count = await offer.innerText();
    await offer.click();
    await page.waitForURL('**/ko/search/**');
    await hear(page, `${/\d+/.exec(count)?.[0]}건`);
  });

  it('narrow by kind, phase and edition, and say how many there are of each kind', async () => {
    const { page, trouble } = await openSearch('garden');
    await hear(page, 'results');
    await page.locator('label', { hasText: /^Weeks \d+$/ }).waitFor();
    await page.getByRole('radio', { name: /^Weeks/ }).check();
    await page.waitForFunction(() => document.querySelectorAll('.search-groups h2').length === 1);
    await page.getByLabel('Phase', { exact: true }).selectOption({ label: 'Phase II' });
    await page.waitForFunction(() =>
      [...document.querySelectorAll('.search-groups .facts')].every(({ textContent }) =>
        textContent.startsWith('Phase II,'),
      ),
    );
    expect(await findViolations(page)).toEqual([]);
    await page.getByLabel('Edition', { exact: true }).selectOption('2023');
    await hear(page, 'Nothing was found with these filters.');
    await page.getByRole('button', { name: 'Remove the filters' }).click();
    await hear(page, /\d\d results/);
    expect(await page.getByLabel('Edition', { exact: true }).inputValue()).toBe('');
    expect(trouble).toEqual([]);
  });
});

describe('Enter', () => {
  it('leaves the dialog open on a filter, and leads to the page of the query from the field', async () => {
    const { page } = await openSearch('garden');
    await hear(page, 'results');
    await page.getByRole('radio', { name: /^Weeks/ }).press('Space');
    await page.waitForFunction(() => document.querySelectorAll('.search-groups h2').length === 1);
    await page.keyboard.press('Enter');
    await hear(page, 'results');
    expect(await page.locator(dialog).isVisible()).toBe(true);
    expect(new URL(page.url()).pathname).not.toContain('/search/');
    await page.locator(`${dialog} [name=q]`).press('Enter');
    await page.waitForURL('**/search/?q=garden&kind=week');
  });
});

describe('the page', () => {
  it('can be linked with query and filters, and its address follows', async () => {
    const { page, trouble } = await openPage('search/?q=week+5&kind=week&phase=2');
    await hear(page, 'result');
    expect((await textsOf(page, '.search-groups .facts'))[0]).toContain('Phase II, week 5');
    expect(await page.locator('#index').isVisible()).toBe(false);
    await page.fill('[name=q]', 'SDG 15');
    await page.getByRole('radio', { name: /^All/ }).check();
    await page.getByLabel('Phase', { exact: true }).selectOption('');
    await page.waitForURL('**/search/?q=SDG+15');
    await hear(page, 'result');
    expect((await textsOf(page, results))[0]).toContain('SDGs (15)');
    expect(trouble).toEqual([]);
  });

  it('has an index of everything while nothing is asked', async () => {
    const { page } = await openPage('search/');
    await page.waitForSelector('[name=q]');
    expect(await page.locator('#index').isVisible()).toBe(true);
    await page.keyboard.press('/');
    expect(await focused(page)).toContain('name="q"');
  });

  it('takes a query for text, whatever is in it', async () => {
    const query = '<img/src=x/onerror=alert(1)><b>zzqx</b>$&';
    const { page, trouble } = await openPage(`search/?q=${encodeURIComponent(query)}&kind=%3Cb%3E&phase=99`);
    await hear(page, `Nothing was found for “${query}”.`);
    expect(await page.locator('search-page :is(img, b)').count()).toBe(0);
    expect(trouble).toEqual([]);
  });

  it('is an index from A to Z without script, and the button a link to it', async () => {
    const { page } = await openPage('', { javaScript: false });
    await page.locator('search-button a').click();
    await page.waitForURL('**/search/');
    expect(await page.getByRole('link', { name: 'University of Rigi' }).isVisible()).toBe(true);
    expect(await page.locator('input').count()).toBe(0);
  });
});

/** Runs in the page: counts how often the offers are set while a suggestion is shown, first to nothing. */
function countOffers() {
  const offers = document.querySelector('.offers');
  if (!offers) throw new Error('The page has no offers.');
  const replaceChildren = offers.replaceChildren.bind(offers);
  let count = 0;
  offers.replaceChildren = (...nodes) => {
    replaceChildren(...nodes);
    if (document.querySelector('.suggestion') === null) return;
    count += 1;
    document.documentElement.dataset['offers'] = String(count);
  };
}
