/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{a,b}from"./board-UINPPEZE.js";import"./board-ZK4PWCYA.js";import"./board-RG2FZXLZ.js";import"./board-QVS3TUGR.js";import"./board-OK73VCRR.js";import"./board-XMP4NRM4.js";export{a as Link,b as Pick};
