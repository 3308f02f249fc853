declare module "polylabel" {
  /** The point farthest inside a polygon; `distance` to its outline is negative where the point lies outside. */
  export default function polylabel(
    polygon: readonly (readonly (readonly number[])[])[],
    precision?: number,
  ): [x: number, y: number] & { readonly distance: number };
}
