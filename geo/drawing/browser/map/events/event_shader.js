// How the events are painted: their discs and then their marks, as triangles of one draw call.
import {TEXELS_PER_ROW} from './event_texels.js';

export const CORNERS = 3; // of the triangle around a disc or a mark

const UNIFORMS = `layout(std140) uniform eventsUniforms {
  vec2 lower;
  vec2 upper;
  vec3 halo;
  float possibleOpacity;
  float smallestDisc;
  float markSize;
  float smallestMark;
  float largestMark;
  float lineOpacity;
  float lineOpacityBelowPin;
  float cells;
  float scale;
  highp int length;
  highp int firstPin;
} events;
`;

export const EVENTS_MODULE = {
  name: 'events',
  vs: UNIFORMS,
  fs: UNIFORMS,
  uniformTypes: {
    lower: 'vec2<f32>',
    upper: 'vec2<f32>',
    halo: 'vec3<f32>',
    possibleOpacity: 'f32',
    smallestDisc: 'f32',
    markSize: 'f32',
    smallestMark: 'f32',
    largestMark: 'f32',
    lineOpacity: 'f32',
    lineOpacityBelowPin: 'f32',
    cells: 'f32',
    scale: 'f32',
    length: 'i32',
    firstPin: 'i32',
  },
};

// A circle that fills the view becomes an outline, or its fill would cover everything. Shares of
// half the shorter side of the map: the fill fades from the first on and is gone at the second.
export const THINS_FROM = 0.35;
const IS_OUTLINE_AT = 0.8;
// The halo's radius (geo/drawing/marks/marks.py) as a share of the square of a mark, halo included
// (SIDE in geo/drawing/marks/atlas.py).
export const HALO_SHARE = 8.5 / 20;

// No attribute is read: a card in software draws instances one by one, and an event would be in
// memory three times. Its values are texels, its number is that of the vertex.
export const VERTEX_SHADER = `#version 300 es
#define SHADER_NAME event-layer-vertex-shader

uniform highp sampler2D shown;     // row of each event that is painted
uniform highp sampler2D places;    // longitude and latitude, and what float32 leaves of both
uniform highp sampler2D shapes;    // radius at zoom 0, pixels right and down, cell of the mark
uniform highp sampler2D paints;    // colour, and how strongly a disc is filled
uniform highp sampler2D intervals; // first moment and end, each as block and rest
uniform highp sampler2D strengths; // by the other filters: 0 hidden, 1 possible, 2 definite

out vec2 at;               // px right and down of the middle
flat out float outer;      // radius of a disc with its line, px
flat out float side;       // of a mark with its halo, px; 0 for a disc
flat out float cell;
flat out vec4 fillColour;
flat out vec4 lineColour;

const float LINE_PX = 1.0;
const vec2 TRIANGLE[${CORNERS}] =
    vec2[](vec2(-1.7320508, -1.0), vec2(1.7320508, -1.0), vec2(0.0, 2.0));
const vec4 NOWHERE = vec4(2.0, 2.0, 2.0, 1.0); // neither drawn nor picked

ivec2 findTexel(int number) {
  return ivec2(number % ${TEXELS_PER_ROW}, number / ${TEXELS_PER_ROW});
}
bool isBefore(vec2 a, vec2 b) { return a.x < b.x || (a.x == b.x && a.y < b.y); }

void main(void) {
  int element = gl_VertexID / ${CORNERS};
  bool isMark = element >= events.length;
  int place = isMark ? element - events.length + events.firstPin : element;
  int event = int(texelFetch(shown, findTexel(place), 0).r);
  ivec2 texel = findTexel(event);
  vec4 shape = texelFetch(shapes, texel, 0);
  bool isPin = shape.w >= 0.0;
  vec4 interval = texelFetch(intervals, texel, 0);
  float strength = texelFetch(strengths, texel, 0).r * 255.0;
  gl_Position = NOWHERE;
  // Both intervals are half-open.
  if (strength < 0.5 || (isMark && !isPin)
      || !isBefore(interval.xy, events.upper) || !isBefore(events.lower, interval.zw)) return;
  bool isPossible = strength < 1.5
      || isBefore(interval.xy, events.lower) || isBefore(events.upper, interval.zw);
  float opacity = isPossible ? events.possibleOpacity : 1.0;

  vec4 lonLat = texelFetch(places, texel, 0);
  geometry.worldPosition = vec3(lonLat.xy, 0.0);
  float markSide = clamp(
      project_size_to_pixel(events.markSize, UNIT_COMMON), events.smallestMark, events.largestMark);
  // The library measures metres on a sphere, and at high zoom at the latitude of the view.
  float radius = max(shape.x * events.scale, events.smallestDisc);
  outer = radius + 0.5 * LINE_PX;
  // Its own mark covers it.
  bool isCovered = isPin && !isPossible && shape.yz == vec2(0.0)
      && outer + 0.5 <= ${HALO_SHARE} * markSide - 0.5;
  if (!isMark && isCovered) return;

  side = isMark ? markSide : 0.0;
  cell = shape.w;
  at = TRIANGLE[gl_VertexID % ${CORNERS}] * ((isMark ? ${HALO_SHARE} * markSide : outer) + 0.5);
  gl_Position = project_position_to_clipspace(
      vec3(lonLat.xy, 0.0), vec3(lonLat.zw, 0.0), vec3(0.0), geometry.position);
  vec2 offset = isMark ? at + shape.yz : at;
  gl_Position.xy += project_pixel_size_to_clipspace(vec2(offset.x, -offset.y));

  vec4 paint = texelFetch(paints, texel, 0);
  float halfSide =
      0.5 * min(project.viewportSize.x, project.viewportSize.y) / project.devicePixelRatio;
  float thinned = 1.0 - smoothstep(${THINS_FROM}, ${IS_OUTLINE_AT}, outer / halfSide);
  fillColour = vec4(paint.rgb, isMark ? opacity : paint.a * opacity * thinned);
  lineColour = vec4(
      paint.rgb, (isPin ? events.lineOpacityBelowPin : events.lineOpacity) * opacity);
  int number = event + 1;
  picking_setPickingColor(vec3(number & 255, (number >> 8) & 255, (number >> 16) & 255));
}
`;

export const FRAGMENT_SHADER = `#version 300 es
#define SHADER_NAME event-layer-fragment-shader

precision highp float;

uniform sampler2D marks; // a square for each, red where the mark is, green where its halo is

in vec2 at;
flat in float outer;
flat in float side;
flat in float cell;
flat in vec4 fillColour;
flat in vec4 lineColour;

out vec4 fragColor;

void main(void) {
  if (side > 0.0) {
    vec2 inSquare = at / side + 0.5;
    vec2 mark = texture(marks, vec2((cell + inSquare.x) / events.cells, inSquare.y)).rg;
    bool isOutside = max(abs(at.x), abs(at.y)) > 0.5 * side;
    float opacity = mark.g * fillColour.a;
    if (isOutside || opacity < 0.05) discard;
    fragColor = vec4(mix(events.halo, fillColour.rgb, mark.r), opacity);
  } else {
    float fromMiddle = length(at);
    float inCircle = smoothedge(fromMiddle, outer);
    if (inCircle == 0.0) discard;
    fragColor = mix(fillColour, lineColour, smoothedge(outer - 1.0, fromMiddle));
    fragColor.a *= inCircle;
  }
  fragColor = picking_filterPickingColor(fragColor);
}
`;
