// Static site and Functions become one origin, and nobody else gets an answer from the Functions.
param siteName string
param functionsName string
param functionsLocation string

resource site 'Microsoft.Web/staticSites@2024-04-01' existing = {
  name: siteName
}

resource app 'Microsoft.Web/sites@2024-04-01' existing = {
  name: functionsName
}

resource link 'Microsoft.Web/staticSites/linkedBackends@2024-04-01' = {
  parent: site
  name: 'functions'
  properties: {
    backendResourceId: app.id
    region: functionsLocation
  }
}

// Linking makes the site the only identity provider of the Functions. Said here once more because of the exception: Event
// Grid tells of dropped files at this path, with a key of its own.
resource gate 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: app
  name: 'authsettingsV2'
  dependsOn: [link]
  properties: {
    platform: {
      enabled: true
    }
    globalValidation: {
      requireAuthentication: true
      unauthenticatedClientAction: 'Return401'
      excludedPaths: ['/runtime/webhooks/blobs']
    }
    httpSettings: {
      requireHttps: true
    }
    identityProviders: {
      azureStaticWebApps: {
        enabled: true
        registration: {
          clientId: site.properties.defaultHostname
        }
      }
    }
  }
}
