SwaggerUIBundle({
  url: '/api/openapi.json',
  dom_id: '#operations',
  deepLinking: true,
  validatorUrl: null,
  persistAuthorization: false,
});
