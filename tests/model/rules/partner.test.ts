import { describe, expect, it } from 'vitest';
import { append, checkSample, paths, replace } from '../../sample.ts';

describe('partners of a list', () => {
  it('have a place each', () => {
    expect(
      checkSample({
        [paths.partner]: append('order: 1\n'),
        '2030/partners/school.yaml': 'name: School\nlist: domestic\nkind: school\norder: 1\n',
      }),
    ).toMatchInlineSnapshot(`
      "content/2030/partners/university.yaml:7:8 error number-repeated
        content/2030/partners/school.yaml has place 1 of the domestic list already.
        Give each partner of a list a place of its own, or delete the line."
    `);
  });
});

describe('a logo', () => {
  it('is in public/, capital letters included', () => {
    expect(checkSample({ [paths.partner]: replace('university.svg', 'University.svg') }))
      .toMatchInlineSnapshot(`
        "content/2030/partners/university.yaml:5:9 error image-missing
          There is no picture "partners/University.svg" in public/. Did you mean "partners/university.svg"?
          Write partners/university.svg; capital letters count."
      `);
  });

  it('has alternative text', () => {
    expect(checkSample({ [paths.partner]: replace('  alt: A tower\n', '') })).toMatchInlineSnapshot(`
      "content/2030/partners/university.yaml:5:3 error key-missing
        "alt" is missing below "logo".
        Write "alt: …". What the picture shows, for people who cannot see it."
    `);
  });
});

it('may have the same place in two lists', () => {
  const abroad = 'name: School\nlist: international\nkind: school\norder: 1\n';
  expect(checkSample({ [paths.partner]: append('order: 1\n'), '2030/partners/school.yaml': abroad })).toBe(
    '',
  );
});
