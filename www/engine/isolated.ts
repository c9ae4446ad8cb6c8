/** Whether threads can share memory. WebKitGTK keeps that from an isolated page too, unless it is switched on. */
export const isIsolated = () => crossOriginIsolated && typeof SharedArrayBuffer === 'function';
