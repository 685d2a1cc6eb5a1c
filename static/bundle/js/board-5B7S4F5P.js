/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{a,b,c,d,e}from"./board-BRO2JHH4.js";import"./board-KX5XDBJF.js";import"./board-E3OLUMF7.js";import"./board-RFPELJBS.js";export{d as HandWatch,e as Hands,c as HandsUp,b as MyHand,a as MySigns};
