/**
 * The day of Easter, by the published rules of the two churches' tables: for the Gregorian calendar the
 * anonymous algorithm printed in *Nature*, 20 April 1876, for the Julian calendar Gauss's rule; both as
 * given by J. Meeus, *Astronomical Algorithms*, chapter 9 (2nd edition, 1998: chapter 8).
 */
import { type Day, dayFrom, daysAfter } from '../../day.ts';

/** Easter of the western churches. */
export function westernEaster(year: number): Day {
  const golden = year % 19;
  const [century, ofCentury] = divided(year, 100);
  const [leapCenturies, left] = divided(century, 4);
  const moonShift = Math.floor((century + 8) / 25);
  const moonCycle = Math.floor((century - moonShift + 1) / 3);
  const epact = (19 * golden + century - leapCenturies - moonCycle + 15) % 30;
  const [leaps, rest] = divided(ofCentury, 4);
  const weekday = (32 + 2 * left + 2 * leaps - epact - rest) % 7;
  const correction = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const [month, day] = divided(epact + weekday - 7 * correction + 114, 31);
  return dayFrom(year, month, day + 1) ?? '';
}

/** Easter of the eastern churches, as a day of the Gregorian calendar. */
export function easternEaster(year: number): Day {
  const moon = (19 * (year % 19) + 15) % 30;
  const weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
  const [month, day] = divided(moon + weekday + 114, 31);
  return julianDay(year, month, day + 1);
}

/** A day of the Julian calendar as one of the Gregorian. */
export function julianDay(year: number, month: number, day: number): Day {
  const behind = Math.floor(year / 100) - Math.floor(year / 400) - 2;
  return daysAfter(dayFrom(year, month, day) ?? '', behind);
}

function divided(number: number, by: number): readonly [number, number] {
  return [Math.floor(number / by), number % by];
}
