// Days and moments as readers write them, and as links have them.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {parseWritten, sayMoment} from '../../../geo/drawing/browser/controls/written_moment.js';

test('a moment is read in words and in numbers of one order only', () => {
  for (const text of ['3 May 2023', '3 may 2023', '03 May 2023', '2023-05-03', ' 3. May 2023 ']) {
    assert.equal(parseWritten(text, 'en-GB'), '2023-05-03', text);
  }
  for (const text of ['3 May 2023, 14:40', '3 May 2023 14:40', '2023-05-03T14:40']) {
    assert.equal(parseWritten(text, 'en-GB'), '2023-05-03T14:40', text);
  }
  assert.equal(parseWritten('9 Sep 2023, 9:05', 'en-GB'), '2023-09-09T09:05');
  assert.equal(parseWritten('3 мая 2023', 'ru'), '2023-05-03');
});

test('anything but a moment is not guessed', () => {
  const wrong = ['', '05/03/2023', '3.5.2023', '31 February 2023', '3 Ma 2023', '2023-13-01'];
  for (const text of [...wrong, '3 May 2023, 25:00', 'tomorrow', '3 May']) {
    assert.equal(parseWritten(text, 'en-GB'), null, text);
  }
});

test('what is written is read back', () => {
  for (let month = 1; month <= 12; month++) {
    const day = `2024-${String(month).padStart(2, '0')}-29`;
    for (const moment of [day, `${day}T00:00`, `${day}T23:59`]) {
      assert.equal(parseWritten(sayMoment(moment, 'en-GB'), 'en-GB'), moment);
    }
  }
  assert.equal(sayMoment('2023-05-03T09:05', 'en-GB'), '3 May 2023, 09:05');
});
