/** W3C Verifiable Credentials 2.0. The file behind it is frozen, and bundling it is the specified behaviour. */
export const credentialsContext = 'https://www.w3.org/ns/credentials/v2';
/** Open Badges 3.0.3. */
export const openBadgesContext = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
/** Maps `1EdTechJsonSchemaValidator2019` and its kin, which 3.0.3 itself does not. */
export const openBadgesExtensionsContext = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json';

/** What `@context` of a certificate is, exactly and in this order. */
export const certificateContexts = [credentialsContext, openBadgesContext, openBadgesExtensionsContext] as const;

/** What `@context` of a status list is. */
export const statusListContexts = [credentialsContext] as const;
