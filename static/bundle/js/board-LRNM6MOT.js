/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{a,b}from"./board-X6SOYZ2M.js";import"./board-H4PM6WIM.js";import"./board-DMRW5CFN.js";import"./board-LW27YMIZ.js";import"./board-JH6SHVAS.js";import"./board-HLKG6KNZ.js";export{a as Link,b as Pick};
