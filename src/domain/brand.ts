declare const brand: unique symbol;

/** A `T` that the compiler keeps apart from other `T`s: a distance is no share, a site id no actor id. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
