// How much ground a pixel of the map covers.

// WGS 84, semi-major axis in metres and first eccentricity squared (NIMA TR8350.2).
const SEMI_MAJOR_M = 6378137;
const ECCENTRICITY_2 = 0.00669437999014;

/**
 * Metres on the ellipsoid that one pixel covers, west to east, at the centre of a Web Mercator map.
 * @param {number} latitude degrees
 * @param {number} zoom deck.gl's, 512 px for the whole world at 0
 */
export function metresPerPixel(latitude, zoom) {
  const phi = (latitude * Math.PI) / 180;
  const radius =
    (SEMI_MAJOR_M * Math.cos(phi)) / Math.sqrt(1 - ECCENTRICITY_2 * Math.sin(phi) ** 2);
  return (2 * Math.PI * radius) / (512 * 2 ** zoom);
}
